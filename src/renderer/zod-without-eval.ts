import { config } from 'zod'

// zod tries whether it may compile code; under our Trusted Types that attempt is refused and reported, for nothing.
config({ jitless: true })
