// node hear-positions.mjs ENDPOINT: bitget-api's own client hears the positions there until its input ends, and says how many pushes of
// any positions came after the first. It leaves every figure the text it came as.
import { WebsocketClientV2 } from 'bitget-api';

const silent = { trace() {}, info() {}, error: (...said) => console.error(...said) };
const socket = new WebsocketClientV2({ apiKey: 'k', apiSecret: 's', apiPass: 'p',
  wsUrl: `${process.argv[2].replace('http', 'ws')}/v2/ws/private` }, silent);
let heard = -1;
socket.on('update', push => {
  heard += push.arg.channel === 'positions' && push.data.length ? 1 : 0;
});
process.stdin.resume();
process.stdin.on('end', () => {
  console.log(`heard ${heard}`);
  process.exit(0);
});
socket.subscribeTopic('USDT-FUTURES', 'positions');
