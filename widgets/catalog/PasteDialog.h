#pragma once

#include "models/base/Executor.h"
#include "models/kube/Catalog.h"
#include "widgets/base/Theme.h"

#include <QDialog>

class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTimer;

namespace base {
class PlainLabel;
}

namespace catalog {

/// Takes the text of a kubeconfig, and says while it is typed what would come of it. It stays in memory.
class PasteDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The text is read aside and the verdict told on the consumer, the GUI thread.
    PasteDialog(base::Executor &consumer, const QString &name, QWidget *parent = nullptr);

Q_SIGNALS:
    void pasted(const kube::PastedConfig &config);
    /// The verdict belongs to the text that is there now.
    void judged();

private:
    void judge();
    void tell(base::Meaning meaning, const QString &verdict);
    void tellOf(const std::vector<kube::CatalogEntry> &entries);
    void take();

    base::Executor &m_consumer;
    QPlainTextEdit *m_text;
    QLineEdit *m_name;
    base::PlainLabel *m_verdict;
    QPushButton *m_add;
    QTimer *m_pause;
    base::Job m_reading;
};

} // namespace catalog
