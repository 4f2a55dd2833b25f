import type { NatsKeys } from './nats-keys.ts'

/** Longest line of NATS's protocol that a client may send. The default of 4 KiB is too little for the JWT of somebody with many queues or lines. */
export const maxControlLineBytes = 65_536

/** A configuration of nats-server (2.9 and newer) that knows its accounts by itself, as it starts unchanged; one before 2.10 cannot sync always. */
export const serverConfig = (
  { operatorJwt, account, systemAccount }: NatsKeys,
  canSyncAlways: boolean
): string => `# NATS for the Voice360 team relay. Start it with: nats-server -c nats-server.conf   (paths are seen from where it is started)

server_name: voice360
listen: "0.0.0.0:4222"
# Health and numbers of the server; for this machine alone.
http: "127.0.0.1:8222"

max_control_line: ${maxControlLineBytes}

jetstream {
  store_dir: "./jetstream"
  # Every event is on the disk before it is acknowledged. Without this line it is in the system's cache, which goes to the disk every two
  # minutes: a server that is killed loses nothing then, a machine that loses power may. nats-server before 2.10 does not know it.
  ${canSyncAlways ? '' : '# '}sync_interval: always
}

# Desktops need encryption from everywhere but this machine: take the "#" away and name the files.
# tls {
#   cert_file: "./server.crt"
#   key_file: "./server.key"
# }

# Where only HTTPS gets through, desktops come by WebSocket (wss://…).
# websocket {
#   port: 443
#   tls {
#     cert_file: "./server.crt"
#     key_file: "./server.key"
#   }
# }

operator: ${operatorJwt}
system_account: ${systemAccount.publicKey}
resolver: MEMORY
resolver_preload {
  ${account.publicKey}: ${account.jwt}
  ${systemAccount.publicKey}: ${systemAccount.jwt}
}
`
