/** Preloaded into the app's server: it ends when the process that started it is gone, however that ended. */
process.on('disconnect', () => process.exit(0));
process.channel?.unref();
