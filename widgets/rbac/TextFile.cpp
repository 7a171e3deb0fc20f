#include "widgets/rbac/TextFile.h"

#include "models/platform/Aside.h"
#include "models/platform/DurableFile.h"
#include "widgets/base/ErrorText.h"
#include "widgets/base/PlainText.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace rbac {

TextFile::TextFile(QWidget *owner) : QObject(owner), m_owner(owner) { }

void TextFile::save(const Wish &wish, std::string text)
{
    auto *dialog = new QFileDialog(m_owner, wish.title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(wish.filter);
    dialog->setDefaultSuffix(QFileInfo(wish.name).suffix());
    dialog->selectFile(wish.name);
    connect(dialog, &QFileDialog::fileSelected, this, [this, text = std::move(text)](const QString &path) { writeTo(path, text); });
    dialog->open();
}

void TextFile::writeTo(const QString &path, std::string text)
{
    m_write = platform::runAside(m_executor, [this, path, text = std::move(text)](std::stop_token) -> base::Task {
        return [this, path, result = platform::writeDurably(path.toStdString(), text)] {
            const QString place = base::oneLine(QDir::toNativeSeparators(path));
            Q_EMIT noticed(result ? tr("Saved as %1").arg(place) : tr("%1 was not written: %2").arg(place, base::oneLine(base::errorText(result.error()))));
        };
    });
}

} // namespace rbac
