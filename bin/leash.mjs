// Loaded before the program: when the process that started it has gone, even by SIGKILL, the program is asked to end in its usual way.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // A listener would keep a finished command alive.
  process.channel.unref();
}
