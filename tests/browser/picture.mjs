// Decodes screenshots: the PNG files that Chromium writes (eight bits, not interlaced).
import { inflateSync } from 'node:zlib';

export function decodePng(file) {
    let width = 0;
    let height = 0;
    let channels = 0;
    const parts = [];
    for (let at = 8; at < file.length;) {
        const length = file.readUInt32BE(at);
        const kind = file.toString('latin1', at + 4, at + 8);
        const data = file.subarray(at + 8, at + 8 + length);
        if (kind === 'IHDR') {
            width = data.readUInt32BE(0);
            height = data.readUInt32BE(4);
            channels = { 2: 3, 6: 4 }[data[9]];
            if (data[8] !== 8 || !channels || data[12]) throw new Error('a PNG of a kind that is not read here');
        }
        if (kind === 'IDAT') parts.push(data);
        at += length + 12;
    }
    const packed = inflateSync(Buffer.concat(parts));
    const stride = width * channels;
    const pixels = new Uint8Array(stride * height);
    for (let y = 0; y < height; y++) {
        const filter = packed[y * (stride + 1)];
        const from = y * (stride + 1) + 1;
        const to = y * stride;
        for (let x = 0; x < stride; x++) {
            const left = x >= channels ? pixels[to + x - channels] : 0;
            const up = y ? pixels[to - stride + x] : 0;
            const corner = y && x >= channels ? pixels[to - stride + x - channels] : 0;
            pixels[to + x] = packed[from + x] + predict(filter, left, up, corner);
        }
    }
    return new Picture(width, height, channels, pixels);
}

function predict(filter, left, up, corner) {
    if (filter === 1) return left;
    if (filter === 2) return up;
    if (filter === 3) return (left + up) >> 1;
    if (filter !== 4) return 0;
    const a = Math.abs(up - corner);
    const b = Math.abs(left - corner);
    const c = Math.abs(left + up - 2 * corner);
    return a <= b && a <= c ? left : b <= c ? up : corner;
}

class Picture {
    constructor(width, height, channels, pixels) {
        Object.assign(this, { width, height, channels, pixels });
    }

    at(x, y) {
        const from = (y * this.width + x) * this.channels;
        return [this.pixels[from], this.pixels[from + 1], this.pixels[from + 2]];
    }

    // The number of pixels of a rectangle that differ clearly from `ground`.
    ink(left, top, right, bottom, ground, threshold = 40) {
        let count = 0;
        for (let y = Math.max(0, top); y < Math.min(this.height, bottom); y++) {
            for (let x = Math.max(0, left); x < Math.min(this.width, right); x++) {
                const [r, g, b] = this.at(x, y);
                const far = Math.max(Math.abs(r - ground[0]), Math.abs(g - ground[1]), Math.abs(b - ground[2]));
                if (far > threshold) count++;
            }
        }
        return count;
    }
}
