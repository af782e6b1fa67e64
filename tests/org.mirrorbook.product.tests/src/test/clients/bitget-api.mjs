// node bitget-api.mjs 'LINE OF ./mirrorbook practice' [classic|unified]: what bitget-api's own clients see there, as one line of JSON.
import { RestClientV2, RestClientV3, WebsocketClientV2, WebsocketClientV3 } from 'bitget-api';

const practice = JSON.parse(process.argv[2]);
const unified = process.argv[3] === 'unified';
const products = ['USDT-FUTURES', 'COIN-FUTURES', 'USDC-FUTURES'];
const key = { apiKey: practice.apiKey, apiSecret: practice.secret, apiPass: practice.passphrase };
const silent = { trace() {}, info() {}, error: (...said) => console.error(...said) };
const socketAddress = `${practice.endpoint.replace('http', 'ws')}/${unified ? 'v3' : 'v2'}/ws/private`;

// ends by itself, whatever happens
setTimeout(() => { console.error('bitget-api was not done after 90 seconds'); process.exit(1); }, 90_000).unref();

const positions = await new Promise((resolve, reject) => {
  const socket = unified ? new WebsocketClientV3({ ...key, wsUrl: socketAddress }, silent)
    : new WebsocketClientV2({ ...key, wsUrl: socketAddress }, silent);
  const pushes = [];
  socket.on('exception', reject);
  socket.on('update', push => {
    if ((push.arg.channel ?? push.arg.topic) !== (unified ? 'position' : 'positions')) {
      return;
    }
    pushes.push({ product: push.arg.instType, action: push.action, rows: push.data.length });
    if (push.data.length) {
      resolve({ pushes, rows: push.data.map(row => ({ symbol: row.instId ?? row.symbol, side: row.holdSide ?? row.posSide,
        size: row.total ?? row.size })) });
      socket.closeAll(true);
    }
  });
  if (unified) {
    socket.subscribe({ topic: 'position', payload: { instType: 'UTA' } }, 'v3Private');
  } else {
    products.forEach(product => socket.subscribeTopic(product, 'positions'));
  }
});

const closed = [];
while (!closed.length) {
  for (const product of products) {
    const answer = unified
      ? await new RestClientV3({ ...key, baseUrl: practice.endpoint }).getPositionHistory({ category: product })
      : await new RestClientV2({ ...key, baseUrl: practice.endpoint }).getFuturesHistoricPositions({ productType: product, limit: '100' });
    closed.push(...(answer.data.list ?? []).map(life => ({ id: life.positionId, symbol: life.symbol, net: life.netProfit })));
  }
}
console.log(JSON.stringify({ ...positions, closed }));
process.exit(0);
