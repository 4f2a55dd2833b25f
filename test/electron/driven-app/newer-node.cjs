// An older Electron may hold a Node before 18.2, whose servers cannot close their connections yet.
const http = require('node:http')

const createServer = http.createServer.bind(http)
http.createServer = (...args) => {
  const server = createServer(...args)
  const sockets = new Set()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  const closeAllConnections = () => {
    for (const socket of sockets) socket.destroy()
  }
  return 'closeAllConnections' in server ? server : Object.assign(server, { closeAllConnections })
}
