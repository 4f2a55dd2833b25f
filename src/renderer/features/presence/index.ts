export { TeamBoard } from './team-board.tsx'
