import type { ApiAvailability, ApiChannel, ApiQueueAvailability } from '../../src/main/core/voice360/index.ts'

export const person = (presence_id: string, change: Partial<ApiAvailability> = {}): ApiAvailability => ({
  presence_id,
  callerID: null,
  first_name: 'Anna',
  last_name: presence_id,
  devices_registered: true,
  channels: [],
  ...change
})

export const channel = (call_seconds: number, change: Partial<ApiChannel> = {}): ApiChannel => ({
  from: '1002',
  to: '+12125550101',
  call_seconds,
  direction: 'outbound',
  ...change
})

export const salesQueue: ApiQueueAvailability = {
  pk: 100_134,
  name: '100134',
  queue_name: 'Sales Queue',
  extension: '8001',
  is_ready: true,
  agents_online: 3,
  agents_available: 2,
  agents_on_call: 1,
  active_calls: 5
}
