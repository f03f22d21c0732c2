/**
 * What a page of Recital may do: load its own scripts, styles, pictures and fonts from where it came from, ask
 * there, and nothing else. No inline script or style, no frame in it or around it, no form, and no string may
 * become HTML (trusted types), so that a document's text stays text.
 */
const policy: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'font-src': "'self'",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
};

const formatPolicy = (rules: Readonly<Record<string, string>>): string =>
  Object.entries(rules)
    .map(([directive, value]) => `${directive} ${value}`)
    .join('; ');

const deniedFeatures = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/** The headers that stand on every response, of the room's server and of the desktop's own protocol alike. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': formatPolicy(policy),
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': deniedFeatures.map((feature) => `${feature}=()`).join(', '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/**
 * The policy of the page that asks for the access code: its form goes back to where it came from, and its one inline
 * style is allowed by the hash of its text.
 */
export const formPolicy = (styleHash: string): string =>
  formatPolicy({
    ...policy,
    'script-src': "'none'",
    'connect-src': "'none'",
    'img-src': "'none'",
    'font-src': "'none'",
    'style-src': `'sha256-${styleHash}'`,
    'form-action': "'self'",
  });
