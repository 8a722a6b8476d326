// Loaded before a peer that would listen on every address of this machine: without a host it gets 127.0.0.1.
const net = require("node:net");

const listen = net.Server.prototype.listen;

net.Server.prototype.listen = function (port, ...rest) {
  const saysWhere = typeof port === "object" || typeof rest[0] === "string";
  return saysWhere ? listen.call(this, port, ...rest) : listen.call(this, port, "127.0.0.1", ...rest);
};
