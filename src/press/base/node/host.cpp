#include "press/base/node/host.h"

#include <emscripten.h>

namespace broadsheet::press {

namespace {

// clang-format off
EM_JS(void, host_send, (const char* json, int json_size, const char* body, int body_size), {
    Module.host.send(new TextDecoder().decode(HEAPU8.slice(json, json + json_size)), HEAPU8.slice(body, body + body_size));
});
// Returns the size of the message, which host_take() then copies.
EM_JS(int, host_wait, (), {
    Module.message = new TextEncoder().encode(Module.host.wait());
    return Module.message.length;
});
EM_JS(void, host_take, (char* to), { HEAPU8.set(Module.message, to); });
// clang-format on

}  // namespace

void send_to_host(const std::string& json, std::string_view body) {
    host_send(json.data(), static_cast<int>(json.size()), body.data(),
              static_cast<int>(body.size()));
}

std::string wait_for_host() {
    std::string message(static_cast<std::size_t>(host_wait()), '\0');
    host_take(message.data());
    return message;
}

}  // namespace broadsheet::press
