#include "widgets/base/ErrorText.h"

#include "models/http/Failure.h"
#include "widgets/base/PlainText.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace base {

namespace {

struct ReasonWords
{
    std::string_view reason;
    const char *words;
};

constexpr ReasonWords reasonWords[] = {
    {http::reason::NoAddress, QT_TRANSLATE_NOOP("base::ErrorText", "name not found")},
    {http::reason::Refused, QT_TRANSLATE_NOOP("base::ErrorText", "connection refused")},
    {http::reason::NoConnection, QT_TRANSLATE_NOOP("base::ErrorText", "no connection")},
    {http::reason::Proxy, QT_TRANSLATE_NOOP("base::ErrorText", "proxy refuses")},
    {http::reason::NotTls, QT_TRANSLATE_NOOP("base::ErrorText", "no TLS there")},
    {http::reason::NotHttp, QT_TRANSLATE_NOOP("base::ErrorText", "no HTTP there")},
    {http::reason::CertificateName, QT_TRANSLATE_NOOP("base::ErrorText", "certificate has another name")},
    {http::reason::CertificateAuthority, QT_TRANSLATE_NOOP("base::ErrorText", "certificate not trusted")},
    {http::reason::CertificateExpired, QT_TRANSLATE_NOOP("base::ErrorText", "certificate expired")},
    {http::reason::CertificateNotYetValid, QT_TRANSLATE_NOOP("base::ErrorText", "certificate not valid yet")},
    {http::reason::ClientCertificate, QT_TRANSLATE_NOOP("base::ErrorText", "client certificate refused")},
};

struct KindWords
{
    ErrorKind kind;
    const char *words;
};

constexpr KindWords kindWords[] = {
    {ErrorKind::Timeout, QT_TRANSLATE_NOOP("base::ErrorText", "timed out")},
    {ErrorKind::Tls, QT_TRANSLATE_NOOP("base::ErrorText", "TLS failed")},
    {ErrorKind::Network, QT_TRANSLATE_NOOP("base::ErrorText", "connection lost")},
    {ErrorKind::Unauthorized, QT_TRANSLATE_NOOP("base::ErrorText", "credentials not accepted")},
    {ErrorKind::Forbidden, QT_TRANSLATE_NOOP("base::ErrorText", "not allowed")},
    {ErrorKind::Throttled, QT_TRANSLATE_NOOP("base::ErrorText", "server is busy")},
    {ErrorKind::Server, QT_TRANSLATE_NOOP("base::ErrorText", "server reports an error")},
};

const char *wordsOf(const Error &error)
{
    if (const auto found = std::ranges::find(reasonWords, error.reason, &ReasonWords::reason); found != std::end(reasonWords))
        return found->words;
    const auto found = std::ranges::find(kindWords, error.kind, &KindWords::kind);
    return found == std::end(kindWords) ? nullptr : found->words;
}

} // namespace

QString gistOf(const Error &error)
{
    const char *words = wordsOf(error);
    return words ? QCoreApplication::translate("base::ErrorText", words) : QString();
}

QString errorText(const Error &error)
{
    const QString gist = gistOf(error), said = manyLines(error.message);
    const bool isTranslated = !gist.isEmpty() && gist != QLatin1String(wordsOf(error));
    return isTranslated ? gist + u'\n' + said : said;
}

} // namespace base
