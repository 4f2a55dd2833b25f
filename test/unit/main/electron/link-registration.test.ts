import { beforeEach, describe, expect, test, vi } from 'vitest'
import { desktopLinks } from '../../../../src/main/electron/link-registration.ts'

type Registration = (scheme: string, program?: string, args?: string[]) => boolean

const app = vi.hoisted(() => ({
  isDefaultProtocolClient: vi.fn<Registration>(),
  setAsDefaultProtocolClient: vi.fn<Registration>(),
  getApplicationInfoForProtocol: vi.fn<(url: string) => Promise<{ path: string }>>()
}))
vi.mock('electron', () => ({ app }))

beforeEach(() => {
  app.isDefaultProtocolClient.mockReset().mockReturnValue(true)
  app.setAsDefaultProtocolClient.mockReset().mockReturnValue(true)
  app.getApplicationInfoForProtocol.mockReset().mockResolvedValue({ path: process.execPath.toUpperCase() })
})

test.each(['win32', 'darwin', 'linux'] as const)(
  'nothing is claimed on %s until it is asked for',
  (platform) => {
    desktopLinks(platform, true, '/app')
    expect(app.setAsDefaultProtocolClient).not.toHaveBeenCalled()
  }
)

describe('on Windows', () => {
  test.each([
    [true, ['--']],
    [false, ['C:\\src\\companion', '--']]
  ])('a link stands behind “--”, packaged: %s', async (isPackaged, args) => {
    const links = desktopLinks('win32', isPackaged, 'C:\\src\\companion')
    await links.makeDefault('tel')
    expect(app.setAsDefaultProtocolClient).toHaveBeenCalledWith('tel', process.execPath, args)
    expect(await links.stateOf('tel')).toBe('this-app')
    expect(app.isDefaultProtocolClient).toHaveBeenCalledWith('tel', process.execPath, args)
  })

  test('it is another’s where this app is not registered', async () => {
    app.isDefaultProtocolClient.mockReturnValue(false)
    expect(await desktopLinks('win32', true, '').stateOf('sms')).toBe('another')
  })

  test('it is another’s where this app is registered, but the user chose one in the system’s settings', async () => {
    app.getApplicationInfoForProtocol.mockResolvedValue({ path: 'C:\\Skype\\skype.exe' })
    expect(await desktopLinks('win32', true, '').stateOf('tel')).toBe('another')
    app.getApplicationInfoForProtocol.mockRejectedValue(new Error('none'))
    expect(await desktopLinks('win32', true, '').stateOf('tel')).toBe('another')
  })
})

describe('on macOS', () => {
  test('the system knows and sets it', async () => {
    const links = desktopLinks('darwin', true, '')
    expect(await links.stateOf('tel')).toBe('this-app')
    app.isDefaultProtocolClient.mockReturnValue(false)
    expect(await links.stateOf('tel')).toBe('another')
    await links.makeDefault('callto')
    expect(app.setAsDefaultProtocolClient).toHaveBeenCalledWith('callto')
  })

  test('unpackaged it cannot be known, and Electron itself is not made the default', async () => {
    const links = desktopLinks('darwin', false, '')
    expect(await links.stateOf('tel')).toBe('unavailable')
    await links.makeDefault('tel')
    expect(app.setAsDefaultProtocolClient).not.toHaveBeenCalled()
  })
})
