export { noPolicy, type PolicyInForce, readPolicy, showPolicy } from './read-policy.ts'
