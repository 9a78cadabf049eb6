"""The certificate that a court asks for beside an electronic record, with all but the signatures.

Bharatiya Sakshya Adhiniyam 2023, section 63(4)(c) and its Schedule:
https://www.indiacode.nic.in/handle/123456789/20063
"""
