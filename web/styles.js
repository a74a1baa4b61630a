// Styles that are not part of the theme: the canvas under transparent text, spans that hold lines together, and plain
// text for print and forced colours.

// Transitions tell web/integrity.js that a style has changed. Their values are those of their end from the start. Styles that
// allow no transitions are weaker.
const watched = properties => `transition:${properties.map(name => `${name} 1ms step-start`)}!important`;
const places = ['transform', 'translate', 'rotate', 'scale', 'margin', 'padding', 'inset', 'opacity', 'filter', 'background-color'];

// Without a graphics processor, Chromium leaves out a canvas whose lower edge an opaque box covers, so the bar that asks for
// consent is not quite opaque.
export const styles = `
.consent{opacity:.99}
#canvas{position:absolute;left:0;top:0;z-index:0;pointer-events:none;display:none}
@media screen{:root:not(.as-html) .l{white-space:nowrap;hanging-punctuation:none;
text-autospace:no-autospace;text-spacing-trim:space-all}
:root:not(.as-html) .opening.set::first-letter{float:none;font-size:inherit;line-height:inherit;margin:0}}
@media print{#canvas,.edition,.note,.progress{display:none!important}
#page :is(p,h1,h2,h3,h4,h5,h6,li,dt,dd,td,th,figcaption,table,.standfirst){width:auto!important;max-width:none!important;
margin-inline:0!important;table-layout:auto!important}
#page .l{margin-inline:0!important;word-spacing:0!important;letter-spacing:inherit!important}#page :is(wbr,button){display:none!important}}
.edition{position:fixed;inset-inline-end:24px;bottom:24px;z-index:4;display:flex;gap:16px;align-items:center;
padding:8px 8px 8px 18px;background:var(--ink);color:var(--paper);font-size:15px;line-height:22px;max-width:calc(100vw - 48px)}
#page :is([data-action=copy-code],.keep-button){user-select:none;-webkit-user-select:none}
.edition button{min-height:44px;padding:0 14px;border:1px solid var(--paper);white-space:nowrap}
.probe{position:fixed;left:0;top:0;visibility:hidden;white-space:nowrap;overflow:hidden;contain:strict;width:1px;height:1px}
.sample.sample,.probe.beside{visibility:visible;left:-9px;user-select:none;-webkit-user-select:none}
.sample.sample,.sample.sample *{${watched(['all'])};transition-behavior:allow-discrete!important}
:root,body,#page{${watched(places)}}
#canvas{${watched(['transform', 'opacity', 'filter'])}}
.sample em{font-style:italic}
.sample :is(strong,h2){font-weight:700}
:is(.drawn,.looked) #page :not([data-foreign],[data-foreign] *){transition:none!important}
.drawn #page#page .prose>p:first-of-type{${watched([...places.slice(0, 5), 'text-indent', 'border-width'])}}
.drawn #page#page h1{${watched([...places.slice(0, 5), 'opacity', 'filter', 'visibility', 'font-size', 'font-weight', 'font-style',
    'letter-spacing', 'text-transform'])};transition-behavior:allow-discrete!important}
.radicand{border-top:1px solid}
.baseline{display:inline-block;width:0;height:0}
.announcer{position:fixed;top:0;left:0;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.note{position:fixed;left:50%;bottom:32px;translate:-50% 0;z-index:4;padding:10px 18px;background:var(--ink);
color:var(--paper);font-size:14px;line-height:20px;animation:note 1.8s both}
@keyframes note{from,to{opacity:0}8%,90%{opacity:1}}
.progress{position:fixed;inset:0 0 auto 0;height:3px;z-index:4;background:var(--accent);transform-origin:0 0;
animation:progress 8s 300ms cubic-bezier(.1,.6,.2,1) both}
@keyframes progress{from{transform:scaleX(0)}to{transform:scaleX(.95)}}
@media (prefers-reduced-motion:reduce){.progress{animation-duration:1ms}}
@media screen and (forced-colors:none){
:is(.drawn,.looked) #canvas{display:block}
.drawn #page,.drawn #page :not(.skip-link,.island,.island *,[data-foreign],[data-foreign] *){color:transparent!important;background:none!important;
border-color:transparent!important;text-decoration-color:var(--own)!important}
.drawn #page :is(img,input):not(.island,.island *,[data-foreign],[data-foreign] *){opacity:0}
.drawn #page .island{color:var(--ink)}
.drawn #page math.island{color:var(--own)}
:where(.drawn #page [data-foreign]),:where(.drawn #page) mark[data-foreign]{color:var(--own)}
.drawn #page details[data-pops-up]:not([open])>:not(summary){display:none}
.drawn #page img[data-failed]{opacity:1;color:var(--soft)!important;background:var(--wash)!important}
.drawn ::selection{color:transparent;background:color-mix(in srgb,var(--accent) 26%,transparent)}
}`;
