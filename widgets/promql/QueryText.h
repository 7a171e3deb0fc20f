#pragma once

#include <QString>

#include <string>

namespace promql {

/// A query as it is typed and as it is read: places in UTF-16 and in the bytes of its UTF-8.
class QueryText
{
public:
    explicit QueryText(const QString &text) : m_text(text), m_bytes(text.toStdString()) { }

    const std::string &bytes() const { return m_bytes; }

    std::size_t byteAt(int character) const { return static_cast<std::size_t>(QStringView(m_text).left(character).toUtf8().size()); }
    /// Inside of a character: behind it.
    int characterAt(std::size_t byte) const
    {
        int count = 0;
        for (std::size_t i = 0; i < byte && i < m_bytes.size(); ++i) {
            const auto c = static_cast<unsigned char>(m_bytes[i]);
            count += (c & 0xc0U) == 0x80U ? 0 : c >= 0xf0U ? 2 : 1;
        }
        return count;
    }

private:
    QString m_text;
    std::string m_bytes;
};

} // namespace promql
