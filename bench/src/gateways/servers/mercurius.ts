import { readFileSync } from 'node:fs';
import mercuriusGateway from '@mercuriusjs/gateway';
import { fastify } from 'fastify';
import type { Subgraph } from '../../synthetic/compose.ts';

// node mercurius.ts DEPARTMENTS PORT: @mercuriusjs/gateway, which reads departments, not a supergraph.
const [departments, port] = process.argv.slice(2);
const subgraphs: Subgraph[] = JSON.parse(readFileSync(departments!, 'utf8'));
const services = subgraphs.map(({ name, sdl, url }) => ({ name, schema: sdl, url, mandatory: true }));

const app = fastify();
app.register(mercuriusGateway.default, { gateway: { services }, jit: 1 });
await app.listen({ port: Number(port), host: '127.0.0.1' });
