#include "models/tables/ObjectPaths.h"

#include <algorithm>

namespace tables {
namespace {

constexpr int deepest = 12;

class Walk
{
public:
    explicit Walk(std::size_t most) : m_most(most) { }

    void visit(const text::Value &value, const std::string &path, int depth)
    {
        if (depth > deepest || m_paths.size() >= m_most)
            return;
        if (value.isMap()) {
            for (const text::Value::Member &member : value.members())
                visit(member.value, path + '.' + escaped(member.key), depth + 1);
        } else if (value.isList()) {
            for (const text::Value &item : value.items())
                visit(item, path + "[*]", depth + 1);
        } else if (std::ranges::find(m_paths, path) == m_paths.end()) {
            m_paths.push_back(path);
        }
    }
    std::vector<std::string> take() { return std::move(m_paths); }

private:
    /// What would end a name in a path is marked.
    static std::string escaped(const std::string &key)
    {
        std::string out;
        for (const char c : key) {
            if (std::string_view(" .,[]$@{}\\").find(c) != std::string_view::npos)
                out += '\\';
            out += c;
        }
        return out;
    }

    std::size_t m_most;
    std::vector<std::string> m_paths;
};

} // namespace

std::vector<std::string> pathsOf(const text::Value &object, std::size_t most)
{
    Walk walk(most);
    walk.visit(object, {}, 0);
    return walk.take();
}

} // namespace tables
