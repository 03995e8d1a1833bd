import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { Random } from '@yiwang/testing/random-graph';

/** What becomes of the packets of one host. */
export interface LinkState {
  /** Share of packets that are lost, each way. */
  loss: number;
  /** Milliseconds that each packet takes longer, each way. */
  delayMs: number;
  /** Nothing that others send arrives. */
  isDeaf: boolean;
  /** Nothing that it sends arrives. */
  isMute: boolean;
}

const SOUND: LinkState = { loss: 0, delayMs: 0, isDeaf: false, isMute: false };
const LOOPBACK = '127.0.0.1';
/** Where the destination is in an IPv4 packet. */
const DESTINATION = 16;

interface Link {
  socket: Socket;
  /** Port of the program that holds the other end. */
  port: number;
  state: LinkState;
}

/**
 * The network between hosts in namespaces: each packet of one comes as a datagram, and goes to the host that it is for. Packets are lost, delayed or cut
 * here, so that it works on kernels without `sch_netem`, and the same seed loses the same share.
 */
export class Switch implements Disposable {
  readonly #random: Random;
  readonly #links = new Map<string, Link>();

  constructor(random: Random) {
    this.#random = random;
  }

  /**
   * @param address IPv4 of the host
   * @param ports of this machine's loopback: ours, and that of the program which holds the host's end
   */
  async connect(address: string, ports: { ours: number; theirs: number }): Promise<void> {
    const socket = createSocket('udp4');
    socket.bind(ports.ours, LOOPBACK);
    await once(socket, 'listening');
    socket.on('message', (packet) => this.#forward(address, packet));
    // The other end has gone or does not read yet: the packet is lost, as on a wire.
    socket.on('error', () => {});
    this.#links.set(address, { socket, port: ports.theirs, state: SOUND });
  }

  /** Changes what becomes of the packets of a host; what is left out is sound. */
  set(address: string, state: Partial<LinkState>): void {
    const link = this.#links.get(address);
    if (!link) throw new Error(`No host has the address ${address}.`);
    link.state = { ...SOUND, ...state };
  }

  [Symbol.dispose](): void {
    for (const { socket } of this.#links.values()) socket.close();
  }

  #forward(address: string, packet: Buffer): void {
    const from = this.#links.get(address)!;
    const to = this.#links.get(packet.subarray(DESTINATION, DESTINATION + 4).join('.'));
    if (!to || from.state.isMute || to.state.isDeaf) return;
    if (this.#isLost(from.state.loss) || this.#isLost(to.state.loss)) return;
    const delayMs = from.state.delayMs + to.state.delayMs;
    if (delayMs === 0) to.socket.send(packet, to.port, LOOPBACK);
    else setTimeout(() => to.socket.send(packet, to.port, LOOPBACK), delayMs);
  }

  #isLost(loss: number): boolean {
    return loss > 0 && this.#random.chance(loss);
  }
}
