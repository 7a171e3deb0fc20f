#include "models/platform/Digest.h"

#include <QCryptographicHash>

namespace platform {

std::string sha256Hex(std::string_view bytes)
{
    const QByteArray view = QByteArray::fromRawData(bytes.data(), qsizetype(bytes.size()));
    return QCryptographicHash::hash(view, QCryptographicHash::Sha256).toHex().toStdString();
}

} // namespace platform
