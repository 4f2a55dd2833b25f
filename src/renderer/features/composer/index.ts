export { Composer } from './composer.tsx'
export { fillTemplate } from './fill-template.ts'
