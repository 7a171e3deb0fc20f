#pragma once

#include "models/cluster/ConnectionTest.h"
#include "widgets/base/Theme.h"

#include <QWidget>

class QVBoxLayout;

namespace base {
class TextLabel;
}

namespace catalog {

/// How the test of a connection went: what answered, or what is wrong, with the change that mends it, ready to be copied.
class ImportVerdict final : public QWidget
{
    Q_OBJECT

public:
    explicit ImportVerdict(QWidget *parent = nullptr);

    void clear();
    void showProgress(const QString &server);
    /// The distribution decides which change of the server is shown; it may be empty.
    void show(const cluster::ConnectionVerdict &verdict, const std::string &server, const std::string &distribution);
    /// A file that could not be read.
    void showUnreadable(const QString &path, const base::Error &error);
    /// A title with its sign, and what there is to say about it.
    void tell(base::Meaning meaning, const QString &title, const QString &detail = {});
    using QWidget::show;

    QString title() const { return accessibleName(); }

Q_SIGNALS:
    /// One of the names that the certificate has is to be the address.
    void addressChosen(const QString &address);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tellNames(const base::Error &error, const std::string &host);
    void tellCertificateChange(const std::string &host, const std::string &distribution);
    void tellError(const base::Error &error, const std::string &host);
    base::TextLabel *makeText(base::Meaning meaning, const QFont &font, const QString &text);
    void addText(const QString &text);
    void addNow(QWidget *widget);
    void addLines(const QString &lines);

    QVBoxLayout *m_layout;
    QWidget *m_body = nullptr;
};

} // namespace catalog
