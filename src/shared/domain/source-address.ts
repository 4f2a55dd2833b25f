import { z } from 'zod'

/** An address, or a network as CIDR, from which requests come. */
export const sourceAddressSchema = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
  error: ({ input }) =>
    `${JSON.stringify(input)} is neither an address nor a network, like 203.0.113.7 or 203.0.113.0/24`
})
