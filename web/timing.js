// When work is done: with the next repaint, or when the browser has nothing else to do.
const idlePatience = 100; // ms to delay idle work, in browsers without requestIdleCallback

export const nextFrame = () => new Promise(resolve => requestAnimationFrame(resolve));
export const whenIdle = globalThis.requestIdleCallback ?? (work => setTimeout(work, idlePatience));
