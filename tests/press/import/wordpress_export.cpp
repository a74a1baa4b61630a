#include "press/import/wordpress_export.h"

namespace broadsheet::test {

std::string wordpress_export(const std::string& items, const std::string& end) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel>\n"
           "<title>Paper</title><link>https://paper.example</link><language>en</language>"
           "<wp:wxr_version>1.2</wp:wxr_version>"
           "<wp:base_blog_url>https://paper.example</wp:base_blog_url>\n" +
           items + end;
}

std::string post_item(int number, const std::string& content, const std::string& more) {
    const std::string id = std::to_string(number);
    return "<item><title>Post " + id + "</title><link>https://paper.example/2025/01/02/post-" + id +
           "/</link><content:encoded><![CDATA[" + content + "]]></content:encoded><wp:post_id>" +
           id + "</wp:post_id><wp:post_date>2025-01-02 10:00:00</wp:post_date><wp:post_name>post-" +
           id + "</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>" +
           more + "</item>\n";
}

}  // namespace broadsheet::test
