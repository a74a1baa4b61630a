#include "press/import/run/import_sources.h"

#include <algorithm>

#include "press/import/blogger/blogger_reader.h"
#include "press/import/ghost/ghost_reader.h"
#include "press/import/ghost/ghost_text.h"
#include "press/import/wordpress/members_only.h"
#include "press/import/wordpress/wordpress_addresses.h"
#include "press/import/wordpress/wordpress_text.h"
#include "press/import/wordpress/wxr_reader.h"

namespace broadsheet::press {

const std::vector<ImportSource>& import_sources() {
    static const std::vector<ImportSource> sources = {
        {.name = "wordpress",
         .title = "WordPress",
         .summary = "Import the files of WordPress' Tools > Export > All content",
         .files = "the export: one or more .xml, .xml.gz or .zip files",
         .example = "export.xml",
         .media = {.folder = "wp-content/uploads/",
                   .original = wordpress_original,
                   .undelivered = undelivered_by_jetpack,
                   .library_host = ".files.wordpress.com"},
         .read = read_wxr,
         .read_text = read_wordpress_text,
         .withheld = withheld_by_wordpress,
         .plain_path = plain_wordpress_path,
         .add_addresses = add_wordpress_addresses},
        {.name = "ghost",
         .title = "Ghost",
         .summary = "Import the file of Ghost's Settings > Import/Export",
         .files = "the export, a .json file; also redirects.json or redirects.yaml",
         .example = "export.json",
         .says_address = false,
         .media = {.folder = "content/", .original = ghost_original},
         .read = read_ghost,
         .read_text = read_ghost_text,
         .add_addresses = add_ghost_addresses},
        {.name = "blogger",
         .title = "Blogger",
         .summary = "Import the file of Blogger's Settings > Manage blog > Back up content",
         .files = "the backup: one or more .xml or .atom files",
         .example = "blog.xml",
         .says_address = false,
         .media = {.original = blogger_original, .is_elsewhere = is_blogger_media},
         .read = read_blogger,
         .read_text = read_blogger_text,
         .add_addresses = add_blogger_addresses},
    };
    return sources;
}

const ImportSource* find_import_source(std::string_view name) {
    const auto& sources = import_sources();
    const auto found = std::find_if(sources.begin(), sources.end(),
                                    [&](const auto& each) { return each.name == name; });
    return found == sources.end() ? nullptr : &*found;
}

}  // namespace broadsheet::press
