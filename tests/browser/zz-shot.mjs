// usage: node zz-shot.mjs OUT base path width scheme name
import { chromium } from 'playwright-core';
import * as support from './support.mjs';
const [,, site, base, address, width, scheme, name] = process.argv;
const { serve } = support;
const host = await serve(site, { base });
const browser = await support.launch?.() ?? await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--use-gl=swiftshader','--enable-unsafe-swiftshader'] });
const page = await browser.newPage({ viewport: { width: +width, height: +(process.env.H ?? 900) }, colorScheme: scheme });
page.on('console', m => console.log(m.text()));
page.on('pageerror', e => console.log('ERR', e.message));
await page.goto(host.url(address));
await page.waitForTimeout(+(process.env.WAIT ?? 4000));
if (process.env.JS) console.log(await page.evaluate(process.env.JS));
await page.waitForTimeout(800);
console.log(await page.evaluate(() => document.documentElement.className + ' ' + location.href));
await page.screenshot({ path: `/tmp/shot-${name}.png` });
await browser.close(); process.exit(0);
