const fs = require("fs");

const API = process.env.PRICE_API || "http://prices.internal/v1";
const cache = {};

async function fetchPrice(sku) {
  if (cache[sku]) {
    return cache[sku];
  }
  const response = await fetch(API + "/prices/" + sku);
  const body = await response.json();
  cache[sku] = body.price;
  return body.price;
}

async function loadProducts(file) {
  const products = [];
  const lines = fs.readFileSync(file, "utf8").split("\n");
  for (const line of lines) {
    const [sku, name, price] = line.split(",");
    products.push({ sku, name, price: parseFloat(price) });
  }
  return products;
}

async function syncPrices(file, report) {
  const products = await loadProducts(file);
  let changed = 0;
  let failed = 0;
  for (const product of products) {
    try {
      const price = await fetchPrice(product.sku);
      if (price != product.price) {
        product.price = price;
        changed++;
      }
    } catch (error) {
      failed++;
    }
  }
  const csv = products.map((p) => `${p.sku},${p.name},${p.price}`).join("\n");
  fs.writeFileSync(file, csv);
  report({ total: products.length, changed, failed });
}

module.exports = { syncPrices };

if (require.main === module) {
  syncPrices(process.argv[2], (r) => {
    console.log(`${r.changed} of ${r.total} changed, ${r.failed} failed`);
  });
}
