// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/denyallnetwork.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace islet {

namespace {

class RefusedReply : public QNetworkReply {
public:
    RefusedReply(const QNetworkRequest &request, QNetworkAccessManager::Operation operation, QObject *parent)
        : QNetworkReply(parent)
    {
        setRequest(request);
        setUrl(request.url());
        setOperation(operation);
        setError(ContentAccessDenied, QStringLiteral("The window may not use the network."));
        setFinished(true);
        QMetaObject::invokeMethod(this, &QNetworkReply::finished, Qt::QueuedConnection);
    }

    void abort() override { }

protected:
    qint64 readData(char *, qint64) override { return -1; }
};

class RefusingManager : public QNetworkAccessManager {
public:
    RefusingManager(std::atomic<int> &refusals, QObject *parent)
        : QNetworkAccessManager(parent)
        , m_refusals(refusals)
    { }

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *) override
    {
        ++m_refusals;
        return new RefusedReply(request, operation, this);
    }

private:
    std::atomic<int> &m_refusals;
};

} // namespace

QNetworkAccessManager *DenyAllNetwork::create(QObject *parent)
{
    return new RefusingManager(m_refusals, parent);
}

} // namespace islet
