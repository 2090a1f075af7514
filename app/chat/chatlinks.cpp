// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/chat/chatlinks.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHostAddress>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

//! Removes trailing punctuation and an unmatched closing bracket.
QString withoutTail(QString link)
{
    static const QString tail = u".,;:!?'\"»”’…"_s;
    while (!link.isEmpty()) {
        const QChar last = link.back();
        const bool closes = last == u')' && link.count(u')') > link.count(u'(');
        if (!closes && !tail.contains(last))
            break;
        link.chop(1);
    }
    return link;
}

QUrl urlOf(const QString &link)
{
    const QUrl url(link, QUrl::StrictMode);
    const QString scheme = url.scheme();
    const bool isWeb = scheme == "http"_L1 || scheme == "https"_L1;
    return isWeb && url.isValid() && !url.host().isEmpty() && link.size() <= maxLinkLength ? url : QUrl();
}

QString asciiHost(const QUrl &url)
{
    return url.host(QUrl::FullyEncoded);
}

QString readableHost(const QUrl &url)
{
    // Not url.host(): it decodes Punycode only for top-level domains in Qt's whitelist.
    return QUrl::fromAce(asciiHost(url).toLatin1(), QUrl::IgnoreIDNWhitelist);
}

//! Whether a label of the host name mixes scripts, as in homograph attacks: "раypal".
bool isMixed(const QString &host)
{
    const auto parts = host.split(u'.');
    for (const QString &part : parts) {
        QSet<QChar::Script> scripts;
        for (const char32_t c : part.toUcs4()) {
            const auto script = QChar::script(c);
            if (script != QChar::Script_Common && script != QChar::Script_Inherited)
                scripts.insert(script);
        }
        if (scripts.size() > 1)
            return true;
    }
    return false;
}

} // namespace

QStringList linksIn(const QString &line)
{
    QStringList links;
    if (!line.contains("://"_L1))
        return links;
    static const QRegularExpression pattern(uR"re(\bhttps?://[^\s<>"`{}|\\^\[\]]+)re"_s,
                                            QRegularExpression::CaseInsensitiveOption
                                                | QRegularExpression::UseUnicodePropertiesOption);
    auto matches = pattern.globalMatch(line);
    while (matches.hasNext() && links.size() < maxLinks) {
        const QString link = withoutTail(matches.next().captured());
        if (!urlOf(link).isEmpty() && !links.contains(link))
            links.append(link);
    }
    return links;
}

void LinkQuestion::setLink(const QString &link)
{
    if (link == m_link)
        return;
    m_link = link;
    m_url = urlOf(link);
    emit linkChanged();
}

QString LinkQuestion::address() const
{
    return QString::fromLatin1(m_url.toEncoded(QUrl::FullyEncoded));
}

QString LinkQuestion::host() const
{
    const QString ascii = asciiHost(m_url);
    const QString readable = readableHost(m_url);
    return readable.isEmpty() || readable == ascii ? ascii : ascii + u" ("_s + readable + u')';
}

QString LinkQuestion::warning() const
{
    QStringList warnings;
    const QString ascii = asciiHost(m_url);
    if (!m_url.userInfo().isEmpty())
        warnings.append(tr("The part before the @ is not the site."));
    if (isMixed(readableHost(m_url)))
        warnings.append(tr("This name mixes alphabets, a common phishing trick."));
    else if (ascii.contains("xn--"_L1))
        warnings.append(tr("This name has letters that can be mistaken for others."));
    if (!QHostAddress(ascii).isNull() || ascii == "localhost"_L1)
        warnings.append(tr("This is a bare IP address, possibly on your own network."));
    if (m_url.scheme() == "http"_L1)
        warnings.append(tr("The page isn't encrypted: anyone along the way could read or change it."));
    return warnings.join(u' ');
}

void LinkQuestion::copy() const
{
    QGuiApplication::clipboard()->setText(address());
}

void LinkQuestion::open() const
{
    if (!m_url.isEmpty())
        QDesktopServices::openUrl(m_url);
}

} // namespace islet
