export { QueuesBoard } from './queues-board.tsx'
