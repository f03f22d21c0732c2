import { describe, expect, it } from 'vitest';
import { actionOf, typeJump } from '../../renderer/state/presentation-keys.ts';

const press = (key: string, held: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});
const inEnglish = (key: string) => actionOf(press(key), 'ltr');

describe('a key while a tour is presented', () => {
  it.each(['PageDown', 'ArrowRight', 'ArrowDown', ' ', 'Enter'])('%s goes on', (key) => {
    expect(inEnglish(key)).toBe('next');
  });

  it.each(['PageUp', 'ArrowLeft', 'ArrowUp', 'Backspace'])('%s goes back', (key) => {
    expect(inEnglish(key)).toBe('back');
  });

  it.each([
    ['.', 'black'],
    ['b', 'black'],
    ['f', 'full'],
    ['F5', 'full'],
    ['Home', 'first'],
    ['End', 'last'],
    ['Escape', 'clear'],
  ])('%s means %s', (key, action) => {
    expect(inEnglish(key)).toBe(action);
  });

  it('points the way that is read: in Arabic the left arrow goes on', () => {
    expect(actionOf(press('ArrowLeft'), 'rtl')).toBe('next');
    expect(actionOf(press('ArrowRight'), 'rtl')).toBe('back');
    expect(actionOf(press('PageDown'), 'rtl')).toBe('next');
  });

  it.each(['ctrlKey', 'metaKey', 'altKey'])('is the browser’s with %s', (held) => {
    expect(actionOf(press('f', { [held]: true }), 'ltr')).toBeNull();
    expect(typeJump('', press('1', { [held]: true }))).toBeNull();
  });

  it('is nothing where it has no meaning', () => {
    expect(inEnglish('x')).toBeNull();
  });
});

describe('a number that is typed', () => {
  it('leads to that stop with Enter', () => {
    expect(typeJump('', press('1'))).toEqual({ typed: '1', to: null });
    expect(typeJump('1', press('2'))).toEqual({ typed: '12', to: null });
    expect(typeJump('12', press('Enter'))).toEqual({ typed: '', to: 12 });
  });

  it('is shortened by Backspace and given up by Escape', () => {
    expect(typeJump('12', press('Backspace'))).toEqual({ typed: '1', to: null });
    expect(typeJump('12', press('Escape'))).toEqual({ typed: '', to: null });
  });

  it('leaves Enter and Backspace what they are where none was typed', () => {
    expect(typeJump('', press('Enter'))).toBeNull();
    expect(typeJump('', press('Backspace'))).toBeNull();
  });
});
