/**
 * `embed.js`: for the page round an embed. Gives every frame of this atlas the height that its content has, also when it shrinks.
 * A classic script of under a kilobyte; it sets one style on frames that come from the folder it came from itself, and nothing else.
 */
(() => {
  const own = (document.currentScript as HTMLScriptElement | null)?.src;
  if (!own) return;
  const folder = own.replace(/[^/]*$/, '');
  const origin = new URL(folder).origin;
  const TALLEST = 20_000;
  const frames = () => [...document.querySelectorAll('iframe')].filter((frame) => frame.src.startsWith(folder));
  addEventListener('message', ({ data, source, origin: from }: MessageEvent) => {
    // A frame that is sandboxed without its origin speaks as “null”.
    if (from !== origin && from !== 'null') return;
    const height: unknown = data?.sentinel === 'amp' && data.type === 'embed-size' ? data.height : undefined;
    if (typeof height !== 'number' || !(height > 0 && height < TALLEST)) return;
    const frame = frames().find((f) => f.contentWindow === source);
    // Written with priority: style sheets of the page often say `iframe { height: … }`.
    frame?.style.setProperty('height', `${height}px`, 'important');
  });
  const ask = () => {
    for (const frame of frames()) frame.contentWindow?.postMessage({ sentinel: 'amp', type: 'frames-init' }, '*');
  };
  ask();
  addEventListener('load', ask);
})();
