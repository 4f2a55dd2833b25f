import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads'
import { unpack } from './packed.ts'
import type { OperationRequest, ToWorker } from './protocol.ts'

interface BatchTaker {
  run(batch: readonly OperationRequest[]): void
  end(): void
}

/** Group commit: everything that was posted while one batch was stored goes into the next, up to so many operations. */
export function takeBatches(port: MessagePort, maxBatchSize: number, taker: BatchTaker): void {
  port.on('message', (first: ToWorker) => {
    let batch: OperationRequest[] = []
    for (let message: ToWorker | undefined = first; message !== undefined; message = next(port)) {
      if (message === 'close') {
        if (batch.length > 0) taker.run(batch)
        return taker.end()
      }
      for (const packed of message) batch.push(unpack(packed))
      while (batch.length >= maxBatchSize) {
        taker.run(batch.slice(0, maxBatchSize))
        batch = batch.slice(maxBatchSize)
      }
    }
    if (batch.length > 0) taker.run(batch)
  })
}

const next = (port: MessagePort): ToWorker | undefined => receiveMessageOnPort(port)?.message
