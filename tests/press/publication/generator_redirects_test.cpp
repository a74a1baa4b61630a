#include "press/publication/generator_redirects.h"

#include <doctest/doctest.h>

#include <string>

#include "press/load/load_folder.h"

namespace broadsheet::press {

TEST_CASE(
    "hugo-sections: the addresses of Hugo's articles, sections and terms lead to those here") {
    const MemoryFolder folder;
    folder.write("hugo.toml", "title = 'T'\n[[menus.main]]\nname = 'Posts'\nurl = '/posts/'\n");
    folder.write(
        "content/posts/One.md",
        "---\ntitle: One\ndate: 2024-01-01\ntags: [C++, a b]\ncategories: [News]\n---\nx\n");
    folder.write("content/posts/2024/two.md", "---\ntitle: Two\ndate: 2024-01-02\n---\nx\n");
    folder.write("content/news/three.md", "---\ntitle: Three\ndate: 2024-01-03\n---\nx\n");
    folder.write("content/notes/four.md",
                 "---\ntitle: Four\ndate: 2024-01-04\nurl: /own/\n---\nx\n");
    folder.write("content/posts/five/index.md", "---\ntitle: Five\ndate: 2024-01-05\n---\nx\n");
    const LoadedSite site = load(folder);
    CHECK(said(site) == "");
    CHECK(redirects_of(site) ==
          "/categories/news/>/category/news/ /news/>/category/news/ "
          "/news/three/>/2024/01/03/three/ /notes/>/archive/ /posts/>/ /posts/2024/>/archive/ "
          "/posts/2024/two/>/2024/01/02/two/ /posts/five/>/2024/01/05/five/ "
          "/posts/one/>/2024/01/01/one/ /tags/a-b/>/tag/a-b/ /tags/c++/>/tag/c-plus-plus/ ");
}

TEST_CASE("zola-sections: pages and old addresses of authors come first, and no date is needed") {
    const MemoryFolder folder;
    folder.write("config.toml", "base_url = 'https://e.org'\ntitle = 'T'\n");
    folder.write("content/blog/_index.md",
                 "+++\ntitle = 'All posts'\n+++\nWords of the section.\n");
    folder.write("content/blog/a.md", "+++\ntitle = 'A'\ndate = 2024-01-01\n+++\nx\n");
    folder.write("content/b.md",
                 "+++\ntitle = 'B'\ndate = 2024-01-02\naliases = ['/blog/a/']\n+++\nx\n");
    folder.write("content/docs/c.md", "+++\ntitle = 'C'\n+++\nx\n");
    const LoadedSite site = load(folder);
    CHECK(site.publication.entry("/blog/")->kind == model::EntryKind::page);
    CHECK(redirects_of(site) == "/b/>/2024/01/02/b/ /blog/a/>/2024/01/02/b/ ");
}

// The addresses are those that Zola 0.22 gives.
TEST_CASE("zola-sections: folders keep their names, files become slugs unless the site says so") {
    const auto write = [](const MemoryFolder& folder, const std::string& settings) {
        folder.write("config.toml", "base_url = 'https://e.org'\ntitle = 'T'\n" + settings);
        folder.write("content/My Folder/_index.md", "+++\ntitle = 'S'\n+++\nOf the section.\n");
        folder.write("content/My Folder/The_Page (1).md",
                     "+++\ntitle = 'One'\ndate = 2024-01-01\n[taxonomies]\ntags = ['C++', 'a "
                     "B']\n+++\nx\n");
        folder.write("content/under_score/Größe.md", "+++\ntitle = 'Two'\n+++\nx\n");
    };
    const MemoryFolder slugs;
    write(slugs, "");
    const LoadedSite site = load(slugs);
    CHECK(said(site) == "");
    CHECK(site.publication.entry("/under_score/grosse/")->kind == model::EntryKind::page);
    CHECK(site.publication.entry("/My Folder/")->kind == model::EntryKind::page);
    CHECK(redirects_of(site) ==
          "/My Folder/the-page-1/>/2024/01/01/the-page-1/ /tags/a-b/>/tag/a-b/ "
          "/tags/c-plus-plus/>/tag/c-plus-plus/ /tags/c/>/tag/c-plus-plus/ ");
    const MemoryFolder names;
    write(names, "[slugify]\npaths = 'safe'\ntaxonomies = 'safe'\n");
    const LoadedSite safe = load(names);
    CHECK(safe.publication.entry("/under_score/Größe/")->kind == model::EntryKind::page);
    CHECK(redirects_of(safe) ==
          "/My Folder/The_Page (1)/>/2024/01/01/The_Page (1)/ /tags/C++/>/tag/c-plus-plus/ "
          "/tags/a B/>/tag/a-b/ /tags/a-b/>/tag/a-b/ /tags/c-plus-plus/>/tag/c-plus-plus/ ");
}

TEST_CASE("zola-sections: old addresses of sections without a text lead on") {
    const MemoryFolder folder;
    folder.write("config.toml", "base_url = 'https://e.org'\ntitle = 'T'\n");
    folder.write(
        "content/blog/_index.md",
        "+++\ntitle = 'Blog'\naliases = ['/weblog/', 'old/index.html', '/blog/a/']\n+++\n");
    folder.write("content/blog/a.md", "+++\ntitle = 'A'\ndate = 2024-01-01\n+++\nx\n");
    folder.write("content/b.md", "+++\ntitle = 'B'\ndate = 2024-01-02\n+++\nx\n");
    const LoadedSite site = load(folder);
    CHECK(redirects_of(site) ==
          "/b/>/2024/01/02/b/ /blog/>/archive/ /blog/a/>/2024/01/01/a/ /old/>/archive/ "
          "/weblog/>/archive/ ");
}

TEST_CASE("sites of other kinds, and those with a permalink, have no such redirects") {
    const MemoryFolder plain;
    plain.write("posts/a.md", "---\ntitle: A\ndate: 2024-01-01\ntags: [x]\n---\nx\n");
    CHECK(redirects_of(load(plain)) == "");
    const MemoryFolder hugo;
    hugo.write("hugo.toml", "title = 'T'\n[permalinks]\nposts = '/:sections/:slug/'\n");
    hugo.write("content/posts/a.md", "---\ntitle: A\ndate: 2024-01-01\n---\nx\n");
    const LoadedSite site = load(hugo);
    CHECK(site.publication.entry("/posts/a/")->kind == model::EntryKind::article);
    CHECK(redirects_of(site) == "/posts/>/ ");
}

}  // namespace broadsheet::press
