import ElectronStore from 'electron-store'

/** Documents as Electron's apps keep them. */
export const createStore = ({ folder, name }: { readonly folder: string; readonly name: string }) =>
  new ElectronStore({ cwd: folder, name })
