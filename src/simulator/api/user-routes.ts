import { Hono } from 'hono'
import { type Directory, displayName } from '../pbx/directory.ts'
import type { Line, User } from '../pbx/office-plan.ts'
import { allow } from './allow.ts'
import type { ApiEnvironment } from './api-environment.ts'
import type { Caller } from './caller.ts'
import type { Envelope } from './envelope.ts'

interface Dependencies {
  readonly directory: Directory
  readonly envelope: Envelope
}

/** "User Profile & Numbers" of the API's document, which does not name the profile's path. */
export function userRoutes({ directory, envelope }: Dependencies): Hono<ApiEnvironment> {
  return new Hono<ApiEnvironment>()
    .use(allow(envelope, 'user'))
    .get('/', (c) => envelope.ok(c, 'User profile details', profile(userOf(c.var.caller))))
    .get('/numbers', (c) => {
      const numbers = directory.linesOf(userOf(c.var.caller)).map(phoneNumber)
      return envelope.ok(c, 'List of phone numbers assigned to user', numbers)
    })
}

function userOf(caller: Caller): User {
  if (caller.kind !== 'user') throw new Error('a route for users was reached without a user key')
  return caller.user
}

function profile(user: User) {
  return {
    pk: user.pk,
    asterisk_user_id: user.asteriskUserId,
    presence_id: user.extension,
    callerID: displayName(user),
    first_name: user.firstName,
    last_name: user.lastName,
    email: user.email,
    voicemail_enabled: user.voicemailEnabled,
    forward_enabled: user.forwardNumber !== null,
    forward_number: user.forwardNumber,
    time_zone: user.timeZone
  }
}

function phoneNumber(line: Line) {
  return {
    pk: line.pk,
    number: line.number,
    friendly_name: line.friendlyName,
    sms_enabled: line.isSmsEnabled,
    mms_enabled: line.isMmsEnabled
  }
}
