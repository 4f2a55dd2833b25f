export { MarkedText } from './marked-text.tsx'
export { Palette } from './palette.tsx'
