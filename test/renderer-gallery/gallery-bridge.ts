import type { ScriptedBridge } from '../fakes/scripted-bridge.ts'

/** Tells the page of the gallery something, as its main process would. */
export const emit: ScriptedBridge['emit'] = (channel, payload) => galleryBridge().emit(channel, payload)

const galleryBridge = () => (window as unknown as { readonly bridge: ScriptedBridge }).bridge
