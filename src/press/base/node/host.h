// The JavaScript around the tool (npm/): it runs the tool in a thread of its own, and does in
// another what the tool cannot do by itself under Node.js: serving, watching and fetching. Both
// exchange messages, JSON objects with the member "kind".
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::press {

// Sends a message. `body` are bytes that belong to it.
void send_to_host(const std::string& json, std::string_view body = {});

// Waits for the next message.
std::string wait_for_host();

}  // namespace broadsheet::press
