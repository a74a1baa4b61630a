// Configuration files of all generators and formats. All URLs from site.toml must be safe link
// targets, because they may be published.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "model/document.h"
#include "press/config/site_config.h"
#include "press/values/source.h"

namespace {

void check_links(const std::vector<broadsheet::model::Link>& links) {
    for (const auto& link : links) {
        if (!broadsheet::model::is_safe_target(link.target)) std::abort();
        check_links(link.children);
    }
}

void check(const broadsheet::press::SiteConfig& config) {
    for (const auto* menu : {&config.menu.main, &config.menu.utility, &config.menu.footer}) {
        check_links(*menu);
    }
    for (const auto& author : config.authors) check_links(author.links);
    for (const auto& each : config.advertisements) {
        if (!broadsheet::model::is_safe_target(each.advertisement.target)) std::abort();
    }
    const bool in_bounds = config.page_size >= 1 && config.page_size <= 100 &&
                           config.feeds.limit >= 10 && config.feeds.limit <= 50;
    if (!in_bounds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace broadsheet::press;
    const Decoded decoded = decode_text(std::string(reinterpret_cast<const char*>(data), size));
    if (decoded.error) return 0;
    for (const Dialect dialect : {Dialect::yaml, Dialect::toml, Dialect::json}) {
        const Parsed parsed = parse_values(decoded.text, dialect);
        Diagnostics diagnostics;
        check(read_site_config(parsed.root, diagnostics));
        for (const Diagnostic& each : diagnostics) format_diagnostic(each);
        for (const Generator generator : {Generator::hugo, Generator::jekyll, Generator::zola}) {
            SiteConfig config = read_foreign_config(parsed.root, generator);
            read_author_table(parsed.root, config);
            check(config);
        }
    }
    return 0;
}
