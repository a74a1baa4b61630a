// Draws ImGui's draw lists with WebGL2. It never reads state back: every frame sets all the state that it needs.
// Colours and textures are premultiplied.

const vertexSource = `#version 300 es
uniform vec2 size;
in vec2 position;
in vec2 place;
in vec4 tint;
out vec2 texturePlace;
out vec4 color;
void main() {
    texturePlace = place;
    color = vec4(tint.rgb * tint.a, tint.a);
    gl_Position = vec4(position.x / size.x * 2.0 - 1.0, 1.0 - position.y / size.y * 2.0, 0, 1);
}`;

const fragmentSource = `#version 300 es
precision mediump float;
uniform sampler2D image;
in highp vec2 texturePlace;
in vec4 color;
out vec4 result;
void main() { result = color * texture(image, texturePlace); }`;

const vertexBytes = 20; // ImDrawVert: two floats, two floats, four bytes

export class Renderer {
    static create(canvas) {
        const gl = canvas.getContext('webgl2', {
            alpha: false, antialias: false, depth: false, stencil: false, premultipliedAlpha: true,
            powerPreference: 'low-power', preserveDrawingBuffer: false,
        });
        if (!gl) return null;
        const renderer = new Renderer();
        renderer.canvas = canvas;
        renderer.gl = gl;
        renderer.restore();
        return renderer;
    }

    // Creates all objects of the context, also after the context was lost.
    restore() {
        const { gl } = this;
        const program = gl.createProgram();
        for (const [type, source] of [[gl.VERTEX_SHADER, vertexSource], [gl.FRAGMENT_SHADER, fragmentSource]]) {
            const shader = gl.createShader(type);
            gl.shaderSource(shader, source);
            gl.compileShader(shader);
            gl.attachShader(program, shader);
        }
        ['position', 'place', 'tint'].forEach((name, index) => gl.bindAttribLocation(program, index, name));
        gl.linkProgram(program);
        gl.useProgram(program);
        this.sizeLocation = gl.getUniformLocation(program, 'size');
        gl.bindVertexArray(gl.createVertexArray());
        gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
        gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
        gl.enableVertexAttribArray(0);
        gl.enableVertexAttribArray(1);
        gl.enableVertexAttribArray(2);
        gl.vertexAttribPointer(0, 2, gl.FLOAT, false, vertexBytes, 0);
        gl.vertexAttribPointer(1, 2, gl.FLOAT, false, vertexBytes, 8);
        gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, vertexBytes, 16);
        gl.enable(gl.BLEND);
        gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
        gl.enable(gl.SCISSOR_TEST);
        gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
        this.textures = new Map();
    }

    texture(id) {
        const { gl } = this;
        let texture = this.textures.get(id);
        if (!texture) {
            texture = gl.createTexture();
            this.textures.set(id, texture);
            gl.bindTexture(gl.TEXTURE_2D, texture);
            for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) {
                gl.texParameteri(gl.TEXTURE_2D, filter, gl.LINEAR);
            }
            for (const wrap of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) {
                gl.texParameteri(gl.TEXTURE_2D, wrap, gl.CLAMP_TO_EDGE);
            }
        }
        gl.bindTexture(gl.TEXTURE_2D, texture);
        return texture;
    }

    // Creates an empty texture of fixed size with a white corner, from which solid areas are drawn.
    allocate(id, width, height) {
        const { gl } = this;
        this.drop(id);
        this.texture(id);
        gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, width, height);
        const white = new Uint8Array(4 * 4 * 4).fill(255);
        gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, 4, 4, gl.RGBA, gl.UNSIGNED_BYTE, white);
    }

    // Copies the top left `width` × `height` pixels of `source` to row `y` of a texture.
    update(id, y, width, height, source) {
        const { gl } = this;
        this.texture(id);
        gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, y, width, height, gl.RGBA, gl.UNSIGNED_BYTE, source);
    }

    upload(id, source) {
        const { gl } = this;
        this.texture(id);
        gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, source);
    }

    drop(id) {
        this.gl.deleteTexture(this.textures.get(id) ?? null);
        this.textures.delete(id);
    }

    // `commands`: clip left, top, right, bottom, texture, first index, index count; device pixels.
    draw(vertices, indices, commands, ground) {
        const { gl, canvas } = this;
        gl.viewport(0, 0, canvas.width, canvas.height);
        gl.scissor(0, 0, canvas.width, canvas.height);
        gl.clearColor((ground >> 16 & 255) / 255, (ground >> 8 & 255) / 255, (ground & 255) / 255, 1);
        gl.clear(gl.COLOR_BUFFER_BIT);
        gl.uniform2f(this.sizeLocation, canvas.width, canvas.height);
        gl.bufferData(gl.ARRAY_BUFFER, vertices, gl.STREAM_DRAW);
        gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, indices, gl.STREAM_DRAW);
        for (let at = 0; at < commands.length; at += 7) {
            const [left, top, right, bottom, texture, first, count] = commands.subarray(at, at + 7);
            const x = Math.max(0, Math.floor(left));
            const y = Math.max(0, canvas.height - Math.ceil(bottom));
            const width = Math.ceil(right) - x;
            const height = canvas.height - Math.max(0, Math.floor(top)) - y;
            if (width <= 0 || height <= 0 || !this.textures.has(texture)) continue;
            gl.scissor(x, y, width, height);
            gl.bindTexture(gl.TEXTURE_2D, this.textures.get(texture));
            gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_INT, first * 4);
        }
    }
}
