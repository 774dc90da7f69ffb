/**
 * Draws dots with WebGL 2: the whole schedule lies on the graphics card, a frame is a handful of numbers,
 * and script time does not grow with the number of dots. The shader does what `dotsAt` does.
 */
import { FAMILIES, STATUSES } from '../../record/model.ts';
import { HALTS, MOVING_SHARE } from '../../scene/dots.ts';
import type { Camera, Size } from '../../scene/projection.ts';
import { RADIUS, RING, type DotScene, type Painter } from './painting.ts';

const VERTEX = `#version 300 es
in vec4 way;      // day of departure, days, offset x, offset y
in vec3 kind;     // track, family, status; a deportation has 10 added to its status
uniform sampler2D tracks;
uniform float at, widest, last, spread, ratio, size;
uniform vec3 camera;
uniform vec2 stage;
uniform vec3 colours[${FAMILIES.length}];
out vec3 colour;
flat out float status;
flat out float radius;
void main() {
  float t = (at - way.x) / way.y;
  bool stepwise = kind.z > 9.5;
  status = stepwise ? kind.z - 10.0 : kind.z;
  colour = colours[int(kind.y + 0.5)];
  if (t < 0.0 || t > 1.0) { gl_Position = vec4(2.0); gl_PointSize = 0.0; radius = 0.0; return; }
  if (stepwise) {
    float halt = floor(t * ${HALTS.toFixed(1)});
    t = min(1.0, (halt + min(1.0, (t * ${HALTS.toFixed(1)} - halt) / ${MOVING_SHARE.toFixed(4)})) / ${HALTS.toFixed(1)});
  }
  float f = t * last;
  float j = f >= last ? last - 1.0 : floor(f);
  int row = int(kind.x + 0.5);
  vec2 a = texelFetch(tracks, ivec2(int(j), row), 0).xy;
  vec2 b = texelFetch(tracks, ivec2(int(j) + 1, row), 0).xy;
  vec2 p = mix(a, b, abs(b.x - a.x) > widest ? 0.0 : f - j);
  p = p * camera.x + camera.yz + way.zw * spread;
  gl_Position = vec4(p.x / stage.x * 2.0 - 1.0, 1.0 - p.y / stage.y * 2.0, 0.0, 1.0);
  radius = size * (status > 1.5 ? ${RING.toFixed(3)} : 0.94) * ratio;
  gl_PointSize = radius * 2.0 + 4.0 * ratio;
}`;
const FRAGMENT = `#version 300 es
precision highp float;
in vec3 colour;
flat in float status;
flat in float radius;
uniform float ratio, stroke;
uniform vec3 ground;
out vec4 pixel;
void main() {
  float r = length(gl_PointCoord - 0.5) * (radius * 2.0 + 4.0 * ratio);
  float inside = clamp(radius - r + 0.5, 0.0, 1.0);
  if (status < 0.5) { pixel = vec4(colour, 1.0) * inside; return; }
  float width = (status > 1.5 ? 0.9 : 1.2) * stroke * ratio * 0.5;
  float line = clamp(width - abs(r - radius) + 0.5, 0.0, 1.0);
  float fill = status > 1.5 ? 0.0 : inside;
  pixel = vec4(colour, 1.0) * line + vec4(ground, 1.0) * fill * (1.0 - line);
}`;

/** Floats of one dot in the buffer. */
const FLOATS = 7;
/** Days are counted from here in the buffer, so that 32 bits keep the hour. */
const EPOCH = -15_000;

/** A colour of the tokens, six hexadecimal digits, as three numbers from 0 to 1. */
function parseColour(text: string): [number, number, number] {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text.trim());
  return hex ? ([1, 2, 3].map((i) => parseInt(hex[i]!, 16) / 255) as [number, number, number]) : [0, 0, 0];
}

export class GlPainter implements Painter {
  readonly #canvas: HTMLCanvasElement;
  readonly #gl: WebGL2RenderingContext;
  readonly #program: WebGLProgram;
  readonly #uniform: (name: string) => WebGLUniformLocation | null;
  readonly #buffer: WebGLBuffer;
  readonly #texture: WebGLTexture;
  #count = 0;
  #size: Size = { width: 1, height: 1 };

  private constructor(canvas: HTMLCanvasElement, gl: WebGL2RenderingContext, program: WebGLProgram) {
    this.#canvas = canvas;
    this.#gl = gl;
    this.#program = program;
    const known = new Map<string, WebGLUniformLocation | null>();
    this.#uniform = (name) => {
      if (!known.has(name)) known.set(name, gl.getUniformLocation(program, name));
      return known.get(name)!;
    };
    this.#buffer = gl.createBuffer();
    this.#texture = gl.createTexture();
    gl.useProgram(program);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    canvas.dataset['drawing'] = 'webgl';
  }

  /** @returns undefined where the shaders do not compile here */
  static open(canvas: HTMLCanvasElement): GlPainter | undefined {
    const gl = canvas.getContext('webgl2', { premultipliedAlpha: true, antialias: false, preserveDrawingBuffer: true });
    if (!gl) return undefined;
    const program = gl.createProgram();
    for (const [type, source] of [
      [gl.VERTEX_SHADER, VERTEX],
      [gl.FRAGMENT_SHADER, FRAGMENT],
    ] as const) {
      const shader = gl.createShader(type)!;
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
    }
    gl.bindAttribLocation(program, 0, 'way');
    gl.bindAttribLocation(program, 1, 'kind');
    gl.linkProgram(program);
    return gl.getProgramParameter(program, gl.LINK_STATUS) ? new GlPainter(canvas, gl, program) : undefined;
  }

  load({ schedule, placed, families }: DotScene): void {
    const gl = this.#gl;
    const data = new Float32Array(schedule.length * FLOATS);
    let n = 0;
    for (const stream of schedule.streams) {
      const family = FAMILIES.indexOf(families.get(stream.wave) ?? 'river');
      const status = STATUSES.indexOf(stream.status) + (stream.compulsion === 'deported' ? 10 : 0);
      for (let i = 0; i < stream.leaves.length; i++) {
        data.set(
          [stream.leaves[i]! - EPOCH, stream.days[i]!, stream.dx[i]!, stream.dy[i]!, stream.track, family, status],
          n,
        );
        n += FLOATS;
      }
    }
    this.#count = schedule.length;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
    gl.bufferData(gl.ARRAY_BUFFER, data, gl.STATIC_DRAW);
    const stride = FLOATS * Float32Array.BYTES_PER_ELEMENT;
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, 4, gl.FLOAT, false, stride, 0);
    gl.enableVertexAttribArray(1);
    gl.vertexAttribPointer(1, 3, gl.FLOAT, false, stride, 4 * Float32Array.BYTES_PER_ELEMENT);

    const width = placed[0]?.count ?? 1;
    const height = Math.max(1, placed.length);
    const texels = new Float32Array(width * height * 2);
    placed.forEach((track, row) => texels.set(track.xy, row * width * 2));
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RG32F, width, height, 0, gl.RG, gl.FLOAT, texels);
    for (const key of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, key, gl.NEAREST);
    gl.uniform1f(this.#uniform('last'), width - 1);
    gl.uniform1f(this.#uniform('widest'), placed[0]?.widest ?? 1e9);
  }

  fit(size: Size, spread: number, radius: number): void {
    const gl = this.#gl;
    const ratio = Math.min(2, devicePixelRatio || 1);
    const style = getComputedStyle(this.#canvas);
    const stroke = Number(style.getPropertyValue('--stroke')) || 1;
    this.#size = size;
    this.#canvas.width = Math.round(size.width * ratio);
    this.#canvas.height = Math.round(size.height * ratio);
    gl.viewport(0, 0, this.#canvas.width, this.#canvas.height);
    gl.uniform2f(this.#uniform('stage'), size.width, size.height);
    gl.uniform1f(this.#uniform('ratio'), ratio);
    gl.uniform1f(this.#uniform('stroke'), stroke);
    gl.uniform1f(this.#uniform('spread'), spread);
    gl.uniform1f(this.#uniform('size'), RADIUS * radius * Math.sqrt(stroke));
    gl.uniform3fv(
      this.#uniform('colours'),
      FAMILIES.flatMap((f) => parseColour(style.getPropertyValue(`--${f}`))),
    );
    gl.uniform3fv(this.#uniform('ground'), parseColour(style.getPropertyValue('--ground')));
  }

  show(camera: Camera, at: number): void {
    const gl = this.#gl;
    gl.clear(gl.COLOR_BUFFER_BIT);
    if (this.#count === 0 || this.#size.width === 0) return;
    gl.uniform1f(this.#uniform('at'), at - EPOCH);
    gl.uniform3f(this.#uniform('camera'), camera.k, camera.x, camera.y);
    gl.drawArrays(gl.POINTS, 0, this.#count);
  }

  close(): void {
    this.#gl.deleteBuffer(this.#buffer);
    this.#gl.deleteTexture(this.#texture);
    this.#gl.deleteProgram(this.#program);
  }
}
