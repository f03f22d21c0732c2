/**
 * Run before the main script of an unpacked package under Node with the stand-in for Electron: makes it the packaged
 * program that it was taken from.
 */
import { app } from '../desktop/stand-in/electron.ts';

app.isPackaged = true;
Object.defineProperty(process, 'resourcesPath', { value: process.env['RECITAL_TEST_RESOURCES'] });
