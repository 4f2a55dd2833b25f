// In this very process, so that the signals that stop it reach it.
import '../../src/relay/index.ts'
