/**
 * `embed-near.js`: the one script of `embed.html`. An embed far below the fold loads nothing but itself: the atlas is asked for when the frame
 * comes into view, and not before. Until then the frame tells its host a height that fits its width, so that the page does not jump.
 */
const html = document.documentElement;
const [style, script] = [html.dataset['style'], html.dataset['script']];
const begin = () => {
  if (style)
    for (const href of style.split(' '))
      document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }));
  if (script) void import(/* @vite-ignore */ new URL(script, document.baseURI).href);
};
if (window.parent !== window) {
  /** Share of the width that map, lanes and words together usually have. */
  const height = Math.round(Math.max(420, innerWidth * 0.72));
  window.parent.postMessage({ sentinel: 'amp', type: 'embed-size', height }, '*');
}
new IntersectionObserver(([entry], observer) => {
  if (!entry?.isIntersecting) return;
  observer.disconnect();
  begin();
}).observe(document.body);
