/** Set by the fonts of the system, since the file carries none; light and dark as the system is, light on paper. */
export const style = `
:root{color-scheme:light dark;--paper:light-dark(#fff,#16191d);--ink:light-dark(#1b1e23,#eceef1);--soft:light-dark(#4b5159,#b4bac3);--line:light-dark(#b9bec6,#4b525c);--link:light-dark(#0b4f9c,#8fc1ff);--new:light-dark(#0b5c2e,#8fdcae);--old:light-dark(#8c1d18,#ffb1a8)}
*{box-sizing:border-box}
html{font:100%/1.5 system-ui,sans-serif;background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%}
body{max-inline-size:44rem;margin:0 auto;padding:1.5rem 1.25rem 4rem;overflow-wrap:break-word}
h1,h2,h3,p,ol,ul,table,figure,blockquote,fieldset{margin:0}
h1{font-size:1.75rem;line-height:1.2;text-wrap:balance}
h2{font-size:1.25rem;line-height:1.3;margin-block:2.25rem .75rem;text-wrap:balance}
h3{font-size:1rem;margin-block:1.5rem .5rem}
p,ul,ol,table{margin-block:.6rem}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,:target{outline:3px solid var(--link);outline-offset:3px}
header p,footer p,.small,.reference,figcaption,caption{color:var(--soft);font-size:.9rem}
nav{margin-block-end:2rem}
nav ol{list-style:none;padding:0}
nav a{display:inline-block;padding-block:.2rem;min-block-size:24px}
.text,blockquote p,.formula{font-family:Charter,"Source Serif 4",Georgia,"Noto Serif",serif,"Noto Naskh Arabic";font-size:1.0625rem}
.provision{display:grid;grid-template-columns:minmax(2.25rem,max-content) minmax(0,1fr);column-gap:.6rem}
.in1{margin-inline-start:2.5rem}.in2{margin-inline-start:5rem}.in3{margin-inline-start:7.5rem}
blockquote{border-inline-start:3px solid var(--line);padding-inline-start:1rem;margin-block:.5rem}
figure,.card{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:.25rem 1.25rem;margin-block:1.25rem;align-items:start}
figcaption{grid-column:1}
.card p{margin-block:.15rem}
.card .name{font-weight:650}
svg.code{inline-size:6.5rem;block-size:6.5rem;background:#fff;grid-column:2;grid-row:1/span 3}
figure a,.card a{overflow-wrap:anywhere}
ins{color:var(--new);text-decoration:underline;text-decoration-thickness:.12em;text-underline-offset:.15em}
del{color:var(--old);text-decoration:line-through}
del+ins{margin-inline-start:.2em}
.question{border:1px solid var(--line);border-radius:.4rem;padding:.25rem 1rem 1rem;margin-block:1.5rem}
.question h3{margin-block:.75rem .25rem}
.answers{list-style:none;padding:0}
.answers li{display:flex;gap:.6rem;margin-block:.5rem}
.answers li::before{content:"";flex:none;inline-size:1.1rem;block-size:1.1rem;border:1.5px solid currentColor;border-radius:.2rem;margin-block-start:.2rem}
.write{block-size:2.2rem;border-block-end:1px solid var(--line)}
@media(max-width:36rem){figure,.card{grid-template-columns:minmax(0,1fr)}svg.code{grid-column:1;grid-row:auto}}
.scroll{overflow-x:auto}
table{border-collapse:collapse}
th,td{border:1px solid var(--line);padding:.3rem .55rem;text-align:start;vertical-align:top}
caption{text-align:start;padding-block-end:.3rem}
sup{font-size:.75em;line-height:0}
sup a{padding:.35em}
footer{border-block-start:1px solid var(--line);margin-block-start:3rem;overflow-wrap:anywhere}
.footnotes{font-size:.9rem;border-block-start:1px solid var(--line);margin-block-start:3rem}
.unseen{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@page{size:A4;margin:20mm 18mm;@bottom-center{content:counter(page) " / " counter(pages);font:9pt system-ui,sans-serif}}
@media print{figure,.card{grid-template-columns:minmax(0,1fr) auto}svg.code{grid-column:2;grid-row:1/span 3}:root{color-scheme:light}html{font-size:10.5pt}body{max-inline-size:none;padding:0}h1,h2,h3,h2+p.small{break-after:avoid}.card,.question,tr,figcaption{break-inside:avoid}a{color:inherit;text-decoration:none}p{orphans:2;widows:2}svg.code{inline-size:24mm;block-size:24mm}}
`;
