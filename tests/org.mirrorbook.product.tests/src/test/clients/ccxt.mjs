// node ccxt.mjs 'LINE OF ./mirrorbook practice' [classic|unified]: what ccxt's own client sees there, as one line of JSON.
import ccxt from 'ccxt';

const practice = JSON.parse(process.argv[2]);
const unified = process.argv[3] === 'unified';
const exchange = new ccxt.pro.bitget({ apiKey: practice.apiKey, secret: practice.secret, password: practice.passphrase,
  options: { defaultType: 'swap', uta: unified } });

const point = addresses => {
  for (const [name, at] of Object.entries(addresses)) {
    if (typeof at === 'string') {
      addresses[name] = at.replace('wss://ws.bitget.com', practice.endpoint.replace('http', 'ws'))
        .replace('https://api.{hostname}', practice.endpoint);
    } else if (at) {
      point(at);
    }
  }
};

// ends by itself, whatever happens
setTimeout(() => { console.error('ccxt was not done after 90 seconds'); process.exit(1); }, 90_000).unref();

point(exchange.urls.api);
await exchange.loadHttpProxyAgent();   // wanted once for ws:// without TLS
await exchange.loadMarkets();

let watched = [];
while (!watched.length) {
  watched = await exchange.watchPositions();
}
let closed = [];
while (!closed.length) {
  closed = await exchange.fetchPositionsHistory();
}
const open = await exchange.fetchPositions();
const native = position => exchange.market(position.symbol).id;
console.log(JSON.stringify({
  markets: Object.keys(exchange.markets).length,
  watched: watched.map(p => ({ symbol: native(p), side: p.side, contracts: p.contracts, entryPrice: p.entryPrice })),
  open: open.map(p => ({ symbol: native(p), side: p.side })),
  closed: closed.map(p => ({ id: p.info.positionId, symbol: native(p), net: p.info.netProfit })),
}));
await exchange.close();
process.exit(0);
