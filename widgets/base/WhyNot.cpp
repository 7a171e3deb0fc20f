#include "widgets/base/WhyNot.h"

#include <QUrl>

namespace base {

namespace {

/// Of a message; who was refused what stands at its beginning.
constexpr qsizetype LongestQuestion = 2000;

} // namespace

/// As k8s.io/apiserver's pkg/endpoints/handlers/responsewriters/errors.go words it; an admission plugin's refusal names no user.
std::optional<Address> whyNotAddress(const Error &error)
{
    const QString message = QString::fromStdString(error.message);
    if (error.kind != ErrorKind::Forbidden || !message.contains(QStringLiteral("User \"")) || !message.contains(QStringLiteral(" cannot ")))
        return std::nullopt;
    const QByteArray question = QUrl::toPercentEncoding(message.simplified().left(LongestQuestion), " \"/(){}'");
    return Address{QStringLiteral("ask"), {}, {}, QStringLiteral("ask:") + QString::fromLatin1(question)};
}

} // namespace base
