// node watch-positions.mjs ENDPOINT: ccxt's own client watches the positions there until its input ends, and says how many pushes of any
// positions it handled after the first.
import ccxt from 'ccxt';

const endpoint = process.argv[2];
const exchange = new ccxt.pro.bitget({ apiKey: 'k', secret: 's', password: 'p', options: { defaultType: 'swap', uta: false } });

const point = addresses => {
  for (const [name, at] of Object.entries(addresses)) {
    if (typeof at === 'string') {
      addresses[name] = at.replace('wss://ws.bitget.com', endpoint.replace('http', 'ws')).replace('https://api.{hostname}', endpoint);
    } else if (at) {
      point(at);
    }
  }
};

point(exchange.urls.api);
await exchange.loadHttpProxyAgent();
const symbols = ['BTC', 'ETH', 'SOL', 'XRP', 'DOGE'];
exchange.setMarkets(symbols.map(base => ({ id: `${base}USDT`, symbol: `${base}/USDT:USDT`, base, quote: 'USDT', settle: 'USDT', baseId: base,
  quoteId: 'USDT', settleId: 'USDT', type: 'swap', spot: false, margin: false, swap: true, future: false, option: false, active: true,
  contract: true, linear: true, inverse: false, contractSize: 1, precision: { amount: 0.001, price: 0.01 }, limits: {}, info: {} })));
let heard = -1;
const handle = exchange.handlePositions.bind(exchange);
exchange.handlePositions = (client, message) => {
  heard += message.data.length ? 1 : 0;
  handle(client, message);
};
process.stdin.resume();
process.stdin.on('end', () => {
  console.log(`heard ${heard}`);
  process.exit(0);
});
for (;;) {
  await exchange.watchPositions();
}
