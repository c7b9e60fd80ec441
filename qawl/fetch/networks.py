"""Which machines are public: the others, behind whatever spelling or wrapping, are nobody's pages."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

# From the special-purpose address registries of IANA (RFC 6890), and what is not in them but leads inside.
NOT_PUBLIC = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this host
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # shared by a provider's customers
        "127.0.0.0/8",  # loopback
        "168.63.129.16/32",  # a cloud's own services, seen only from its machines
        "169.254.0.0/16",  # link-local, and the metadata of clouds
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # former 6to4 relays
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
    )
)
GLOBAL_UNICAST = IPv6Network("2000::/3")
NOT_PUBLIC_6 = tuple(
    IPv6Network(network)
    for network in (
        "2001::/23",  # protocol assignments: Teredo, benchmarks, ORCHID
        "2001:db8::/32",  # documentation
        "3fff::/20",  # documentation
    )
)
NAT64 = IPv6Network("64:ff9b::/96")


def is_public(ip: str) -> bool:
    """Whether an IP address is global unicast; one that wraps an IPv4 address is as public as that."""
    address = ip_address(ip)
    if isinstance(address, IPv6Address):
        inner = wrapped(address)
        if inner is None:
            return address in GLOBAL_UNICAST and not any(address in network for network in NOT_PUBLIC_6)
        address = inner
    return not any(address in network for network in NOT_PUBLIC)


def wrapped(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address to which an IPv6 address leads by mapping, NAT64 or 6to4."""
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour
