import { stage, open, article, settle, kinds, launch, serve, buildSite, root } from '/work/main/tests/browser/support.mjs';
const { server, browser } = await stage();
const seen = new Set();
for (const [kind, path] of Object.entries(kinds)) for (const o of [{}, {width:390,height:800,dpr:3,phone:true}, {dark:true,width:900,dpr:1.1}]) {
    const page = await open(browser, server.url(path), { ...o, drawn: false, before: p => p.addInitScript(() => { window.broadsheetWatch = (n, m, host) => { window.host = host; }; }) });
    await page.waitForFunction(() => document.documentElement.className, null, { timeout: 20000 }).catch(()=>{});
    await page.waitForTimeout(300);
    console.log(kind, JSON.stringify(o), await page.evaluate(() => document.documentElement.className + ' ' + host.away), page.complaints.join('|').slice(0,300));
    const why = await page.evaluate(() => {
        const i = host.integrity, out = [];
        const root = document.documentElement;
        root.classList.remove('as-html');
        const body = getComputedStyle(document.body);
        if (i.number(body.backgroundColor) !== i.screen.ground) out.push('ground ' + body.backgroundColor + ' ' + i.screen.ground);
        for (const element of [document.documentElement, document.body, i.page, i.screen.canvas]) { const c = getComputedStyle(element); if (c.filter !== 'none' || c.opacity !== '1') out.push('filter'); }
        for (const p of host.places0 ?? i.layer.places) {
            const { node } = p; const s = getComputedStyle(node); const name = node.tagName + '.' + node.className;
            if (p.font) {
                if (s.visibility !== 'visible') out.push('vis ' + name);
                if (Math.abs(parseFloat(s.fontSize) - p.font.size) > .1) out.push(name + ' size ' + s.fontSize + ' ' + p.font.size);
                if (Math.abs(parseFloat(s.lineHeight) - p.font.leading) > .1) out.push(name + ' lh ' + s.lineHeight + ' ' + p.font.leading);
                if (Math.abs((parseFloat(s.letterSpacing)||0) - p.font.tracking) > .05) out.push(name + ' ls ' + s.letterSpacing + ' ' + p.font.tracking);
                if (s.fontFamily !== i.screen.text.familyOf(p.font.family)) out.push(name + ' family ' + s.fontFamily + ' expected ' + i.screen.text.familyOf(p.font.family) + ' ' + p.font.family);
                const own = s.getPropertyValue('--own').trim();
                if (own && i.number(s.color) !== i.number(i.computed(own))) out.push(name + ' color ' + s.color + ' own ' + own);
            }
            const b = node.getBoundingClientRect();
            const d = [b.left + scrollX - p.x, b.top + scrollY - p.y, b.width - p.width, b.height - p.height];
            if (Math.abs(d[0])>3||Math.abs(d[1])>3||Math.abs(d[2])>6||Math.abs(d[3])>3) out.push(name + ' place ' + d.map(x => x.toFixed(1)));
        }
        return out;
    });
    console.log(why.slice(0, 2).join('\n')); 
    await page.done();
}
process.exit(0);
